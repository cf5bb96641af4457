export * from "./assignment.ts";
export * from "./geometry.ts";
export * from "./numbers.ts";
export * from "./similarity.ts";
export * from "./zip.ts";
