import type { AboutText } from "./shape/about.ts";
import type { BatchText } from "./shape/batch.ts";
import type { CameraText } from "./shape/camera.ts";
import type { CompareText } from "./shape/compare.ts";
import type { ExplainText } from "./shape/explain.ts";
import type { GenderText } from "./shape/gender.ts";
import type { LiveText } from "./shape/live.ts";
import type { ModelsText } from "./shape/models.ts";
import type { PhotoText } from "./shape/photo.ts";
import type { PresentText } from "./shape/present.ts";
import type { QualityText } from "./shape/quality.ts";
import type { ShellText } from "./shape/shell.ts";

/** Every sentence of the page in one language: what all views share, and a part for each thing that a person can do. */
export interface Text extends ShellText {
  readonly about: AboutText;
  readonly batch: BatchText;
  readonly camera: CameraText;
  readonly compare: CompareText;
  readonly explain: ExplainText;
  readonly gender: GenderText;
  readonly live: LiveText;
  readonly models: ModelsText;
  readonly photo: PhotoText;
  readonly present: PresentText;
  readonly quality: QualityText;
}
