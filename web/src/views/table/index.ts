import { Message, type View } from "../../view";

export const table: View = {
  name: "table",
  title: "Table",
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
