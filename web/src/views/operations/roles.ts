/** What the parts of an operation are called. */

import type { Operations } from "../../api";
import type { Part } from "../../api";

export type Operation = Operations["operations"][number];
type Role = "leads" | "coordinators" | "supporters" | "funders" | "participants" | "countries";

export const ROLES: readonly { field: Role; text: string; short: string }[] = [
  { field: "leads", text: "Led by", short: "Lead" },
  { field: "coordinators", text: "Coordinated by", short: "Coordinator" },
  { field: "supporters", text: "Supported by", short: "Supporters" },
  { field: "funders", text: "Funded by", short: "Funders" },
  { field: "participants", text: "Takes part", short: "Participants" },
  { field: "countries", text: "Countries", short: "Countries" },
];

/** Keys of all facts that the board rests on for the operation, each once. */
export function keysOf(operation: Operation): string[] {
  return [...new Set(ROLES.flatMap(({ field }) => operation[field].flatMap(({ keys }) => keys)))];
}

export function names(parts: readonly Part[]): string[] {
  return parts.map(({ entity, status }) => (status === "planned" ? `${entity.name} (planned)` : entity.name));
}
