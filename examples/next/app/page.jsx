import { Ages } from "./Ages.jsx";

export default function Page() {
  return (
    <main>
      <h1>How old do faces look?</h1>
      <Ages />
    </main>
  );
}
