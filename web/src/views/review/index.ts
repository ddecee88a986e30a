import { Message, type View } from "../../view";

export const review: View = {
  name: "review",
  title: "Review",
  filtered: false,
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
