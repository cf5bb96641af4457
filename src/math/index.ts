export * from "./assignment.ts";
export * from "./geometry.ts";
export * from "./similarity.ts";
