import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { IconButton } from "../../components/IconButton.tsx";
import { useText } from "../../text/use-text.ts";
import { ZOOM_STEP, type ZoomControl } from "./use-zoom.ts";
import { zoomMiddle } from "./use-zoom-keys.ts";
import styles from "./ZoomButtons.module.css";
import { unzoomed } from "./zoom.ts";

interface ZoomButtonsProps {
  readonly scale: number;
  readonly change: ZoomControl["change"];
}

/** Ways to zoom for those without a wheel. */
export function ZoomButtons({ scale, change }: ZoomButtonsProps) {
  const { zoom } = useText().photo;
  return (
    <div className={styles.buttons}>
      <IconButton label={zoom.out} onPress={() => change(zoomMiddle(1 / ZOOM_STEP))}>
        <ZoomOut aria-hidden="true" />
      </IconButton>
      <IconButton label={zoom.in} onPress={() => change(zoomMiddle(ZOOM_STEP))} data-testid="zoom-in">
        <ZoomIn aria-hidden="true" />
      </IconButton>
      <IconButton label={zoom.reset} onPress={() => change((_, limits) => unzoomed(limits))} data-testid="zoom-reset">
        <Maximize aria-hidden="true" />
      </IconButton>
      <output className={styles.scale} data-testid="zoom-scale">
        {zoom.scale(scale)}
      </output>
    </div>
  );
}
