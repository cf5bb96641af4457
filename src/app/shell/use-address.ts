import { useEffect } from "react";
import { useAppStore } from "../store/store.ts";
import { followAddress } from "./address.ts";

/** Keeps the view and the address's fragment the same. */
export function useAddress(): void {
  const store = useAppStore();
  useEffect(() => followAddress(store, window), [store]);
}
