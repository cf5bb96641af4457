import type { CameraSession } from "../camera/camera-session.ts";
import { useCamera } from "../camera/use-camera-session.ts";
import { ReadingsPanel } from "./ReadingsPanel.tsx";

/** The ages of those before the camera. */
export function PeoplePanel({ session }: { readonly session: CameraSession }) {
  const people = useCamera(session, (state) => state.people);
  return <ReadingsPanel readings={people.flatMap(({ id, reading }) => (reading ? [{ id, reading }] : []))} />;
}
