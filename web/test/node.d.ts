declare module "node:test" {
  export function test(name: string, act: () => void): void;
}
declare module "node:assert/strict" {
  const assert: {
    equal(found: unknown, wanted: unknown): void;
    deepEqual(found: unknown, wanted: unknown): void;
    ok(value: unknown): void;
  };
  export default assert;
}
