export * from "./geometry.ts";
export * from "./similarity.ts";
