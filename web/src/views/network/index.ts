import { Message, type View } from "../../view";

export const network: View = {
  name: "network",
  title: "Network",
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
