import type { View } from "../view";
import { entity } from "./entity";
import { map } from "./map";
import { matrix } from "./matrix";
import { network } from "./network";
import { operations } from "./operations";
import { questions } from "./questions";
import { release } from "./release";
import { review } from "./review";
import { table } from "./table";
import { timeline } from "./timeline";

/** The views in the order of their tabs. */
export const VIEWS: readonly View[] = [
  network, timeline, matrix, map, operations, table, entity, questions, release, review,
];
