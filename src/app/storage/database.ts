import { type DBSchema, deleteDB, type IDBPDatabase, type OpenDBCallbacks, openDB } from "idb";

/** A database that has not answered by then is taken for blocked, so that nothing waits for it for ever. */
const LIMIT_MS = 5000;

/** What a database is called, and how it is set up. */
export interface DatabasePlan<Schema extends DBSchema> extends Pick<OpenDBCallbacks<Schema>, "blocking"> {
  readonly name: string;
  readonly create: (database: IDBPDatabase<Schema>) => void;
}

/**
 * Opens a database, creating it where there is none.
 *
 * @throws whatever the browser throws where it keeps nothing for the page
 */
export function openDatabase<Schema extends DBSchema>({ name, create, blocking }: DatabasePlan<Schema>) {
  return answerOf(openDB<Schema>(name, 1, { upgrade: create, ...(blocking && { blocking }) }));
}

/**
 * Opens a database that exists; `undefined` where there is none, and then none is created. It is not looked up in
 * indexedDB.databases(), which some browsers lack and some refuse.
 *
 * @throws as openDatabase
 */
export async function openExistingDatabase<Schema extends DBSchema>({ name, blocking }: DatabasePlan<Schema>) {
  let isMissing = false;
  const opening = openDB<Schema>(name, 1, {
    upgrade(_database, _oldVersion, _newVersion, transaction) {
      isMissing = true;
      transaction.done.catch(() => undefined); // It ends with the abort that is asked for here.
      transaction.abort();
    },
    ...(blocking && { blocking }),
  });
  return answerOf(opening).catch((error: unknown) => {
    if (isMissing) return undefined;
    throw error;
  });
}

/** Deletes a database with all that is in it. */
export function deleteDatabase(name: string): Promise<void> {
  return answerOf(deleteDB(name));
}

async function answerOf<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The browser's database does not answer.")), LIMIT_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
