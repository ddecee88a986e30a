import { Message, type View } from "../../view";

export const questions: View = {
  name: "questions",
  title: "Questions",
  filtered: false,
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
