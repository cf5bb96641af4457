/** Loads the view of a picture, which is not part of the first bundle. */
export const loadPhotoView = () => import("../photo/PhotoView.tsx");
