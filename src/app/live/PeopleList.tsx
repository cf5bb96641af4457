import type { Person } from "../../engine/index.ts";
import type { CameraSession } from "../camera/camera-session.ts";
import { personName } from "../camera/person-name.ts";
import { useCamera } from "../camera/use-camera-session.ts";
import unseen from "../components/unseen.module.css";
import { waitingText } from "../components/waiting-text.ts";
import { useApp } from "../store/store.ts";
import { formatInterval } from "../text/format.ts";
import type { Text } from "../text/text.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PeopleList.module.css";
import { PersonCard } from "./PersonCard.tsx";

/** Everybody before the camera. */
export function PeopleList({ session }: { readonly session: CameraSession }) {
  const page = useText();
  const text = page.live;
  const people = useCamera(session, (state) => state.people);
  const engine = useApp((state) => state.engine);
  const isLoading = engine.status === "loading";
  const nobody = isLoading ? waitingText(page, engine.waiting, page.backend.gettingReady) : text.nobody;
  return (
    <>
      <h1 className={styles.heading} id="people-heading" data-testid="people-count">
        {people.length === 0 ? nobody : text.people(people.length)}
      </h1>
      <ol className={styles.people} data-single={people.length === 1 || undefined}>
        {people.map((person) => (
          <li key={person.id} data-testid="person">
            <PersonCard person={person} name={people.length > 1 ? text.person(personName(person.id)) : undefined} />
          </li>
        ))}
      </ol>
      <p className={unseen.unseen} role="status" data-testid="live-announcement">
        {announcement(page, people)}
      </p>
    </>
  );
}

/** Screen readers hear of settled readings alone: those stay as they are. */
function announcement(text: Text, people: readonly Person[]): string {
  const settled = people.flatMap(({ reading }) => (reading?.progress === 1 ? [reading] : []));
  return settled.map(({ years, interval }) => `${text.photo.years(years)} (${formatInterval(interval)})`).join("; ");
}
