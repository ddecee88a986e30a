import { Message, type View } from "../../view";

export const timeline: View = {
  name: "timeline",
  title: "Timeline",
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
