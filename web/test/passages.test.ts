import assert from "node:assert/strict";
import { test } from "node:test";
import { atNames } from "../src/reading/passages";

test("names are found as whole words only", () => {
  assert.deepEqual(atNames("The UN and UNESCO met (UN), says Malinke.", ["UN", "Mali"]), ["The ", "UN", " and UNESCO met (", "UN", "), says Malinke."]);
  assert.deepEqual(atNames("Ünal’s aide met Ünal-Bey in Ünalia", ["Ünal", "Ünal-Bey"]), ["", "Ünal", "’s aide met ", "Ünal-Bey", " in Ünalia"]);
  assert.deepEqual(atNames("C.I.A. (+) met", ["C.I.A.", "(+)", "m"]), ["", "C.I.A.", " ", "(+)", " met"]);
});
