import { Message, type View } from "../../view";

export const release: View = {
  name: "release",
  title: "Releases",
  filtered: false,
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
