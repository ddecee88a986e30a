import "./network.css";
import type { View } from "../../view";
import { NetworkView } from "./network";

export const network: View = new NetworkView();
