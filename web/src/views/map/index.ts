import { Message, type View } from "../../view";

export const map: View = {
  name: "map",
  title: "Map",
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
