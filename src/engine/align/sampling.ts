/** Most sub-samples per crop pixel and axis: 16 keeps a face of 2,000 pixels free of aliasing. */
export const MAX_SUBSAMPLES = 16;
