import type { PictureRecord } from "./picture-record.ts";

/** Raised whenever a field changes its meaning or goes. */
export const FORMAT_VERSION = 1;

/** All that is known about pictures as indented JSON; docs/exports.md says what the fields hold. */
export function toFacesJson(pictures: readonly PictureRecord[]): string {
  return `${JSON.stringify({ format: "agelens-faces", version: FORMAT_VERSION, pictures }, undefined, 2)}\n`;
}
