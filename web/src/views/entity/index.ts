import { Message, type View } from "../../view";

export const entity: View = {
  name: "entity",
  title: "Entity",
  filtered: false,
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
