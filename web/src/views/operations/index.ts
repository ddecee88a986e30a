import { Message, type View } from "../../view";

export const operations: View = {
  name: "operations",
  title: "Operations",
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
