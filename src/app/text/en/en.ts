import type { Text } from "../text.ts";
import { about } from "./about.ts";
import { batch } from "./batch.ts";
import { camera } from "./camera.ts";
import { compare } from "./compare.ts";
import { explain } from "./explain.ts";
import { gender } from "./gender.ts";
import { live } from "./live.ts";
import { models } from "./models.ts";
import { photo } from "./photo.ts";
import { present } from "./present.ts";
import { quality } from "./quality.ts";
import { shell } from "./shell.ts";

/** The page in English. */
export const en: Text = {
  ...shell,
  about,
  batch,
  camera,
  compare,
  explain,
  gender,
  live,
  models,
  photo,
  present,
  quality,
};
