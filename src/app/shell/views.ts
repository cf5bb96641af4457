import type { ComponentType } from "react";
import type { ViewId } from "../store/view-ids.ts";

/** A view that a person can go to, loaded when it is first needed. */
export interface View {
  readonly id: ViewId;
  /** Stands alone: neither the page's top nor its foot is shown, and it tells of problems itself. */
  readonly fillsScreen?: boolean;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** Every view, in the order in which the page's top names them. A view is a folder beside this one and a line here. */
export const VIEWS: readonly View[] = [
  { id: "photo", load: () => import("../photo/PhotoView.tsx").then(({ PhotoView }) => ({ default: PhotoView })) },
  { id: "live", load: () => import("../live/LiveView.tsx").then((m) => ({ default: m.LiveView })) },
  { id: "batch", load: () => import("../batch/BatchView.tsx").then((m) => ({ default: m.BatchView })) },
  { id: "compare", load: () => import("../compare/CompareView.tsx").then((m) => ({ default: m.CompareView })) },
  {
    id: "present",
    fillsScreen: true,
    load: () => import("../present/PresentView.tsx").then((m) => ({ default: m.PresentView })),
  },
  { id: "about", load: () => import("../about/AboutView.tsx").then((m) => ({ default: m.AboutView })) },
];

/** The view of the id. */
export function viewOf(id: ViewId): View {
  const view = VIEWS.find((view) => view.id === id);
  if (!view) throw new Error(`There is no view named ${id}.`);
  return view;
}
