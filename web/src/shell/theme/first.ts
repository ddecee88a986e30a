import { applyTheme, keptTheme } from "./theme";

applyTheme(keptTheme());
