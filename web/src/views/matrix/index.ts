import { Message, type View } from "../../view";

export const matrix: View = {
  name: "matrix",
  title: "Who met whom",
  async show() {
    return new Message("Not built yet", "This view comes with one of the next commits.");
  },
};
