interface DrawnOn {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** PDF.js's in-between canvases in a worker, where no document makes any. */
export class WorkerCanvases {
  create(width: number, height: number): DrawnOn {
    if (width <= 0 || height <= 0) throw new RangeError("a canvas needs a size");
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context !== null) understandMasks(context);
    return { canvas, context };
  }

  reset({ canvas }: DrawnOn, width: number, height: number): void {
    if (canvas === null || width <= 0 || height <= 0) throw new RangeError("a canvas needs a size");
    canvas.width = width;
    canvas.height = height;
  }

  destroy(made: DrawnOn): void {
    if (made.canvas !== null) made.canvas.width = made.canvas.height = 0;
    made.canvas = null;
    made.context = null;
  }
}

const noFilter = "none";
type Counts = "lightness" | "alpha";

/**
 * On a page PDF.js makes its masks (soft shadows, pictures that fade out) with SVG filters, which a worker hasn't. Here
 * a mask's filter is a word that the canvases above understand. The other filters only change tones.
 */
export class MaskFilters {
  addFilter(): string {
    return noFilter;
  }
  addHCMFilter(): string {
    return noFilter;
  }
  addAlphaFilter(tones: Uint8Array): string {
    return filterOf("alpha", tones);
  }
  addLuminosityFilter(tones: Uint8Array | null): string {
    return filterOf("lightness", tones);
  }
  addHighlightHCMFilter(): string {
    return noFilter;
  }
  destroy(): void {
    // Nothing is kept.
  }
}

function filterOf(counts: Counts, tones: Uint8Array | null): string {
  return `${counts} ${tones?.join() ?? ""}`;
}

/** Teaches a canvas these filters. PDF.js sets one for a single drawing: the mask's onto what it masks. */
function understandMasks(context: OffscreenCanvasRenderingContext2D): void {
  let filter = noFilter;
  Object.defineProperty(context, "filter", {
    get: () => noFilter,
    set: (wanted: string) => {
      filter = wanted;
    },
  });
  const draw = context.drawImage.bind(context) as (...drawn: unknown[]) => void;
  context.drawImage = (image: CanvasImageSource, ...place: readonly number[]) => {
    const [, counts, tones] = /^(lightness|alpha) ([\d,]*)$/.exec(filter) ?? [];
    filter = noFilter;
    if (counts === undefined || place.length !== 8) return draw(image, ...place);
    const [x = 0, y = 0, width = 0, height = 0, ...to] = place;
    const mask = new OffscreenCanvas(width, height);
    mask.getContext("2d", { willReadFrequently: true })?.drawImage(image, -x, -y);
    applyMask(mask, counts as Counts, tones ? tones.split(",").map(Number) : null);
    draw(mask, 0, 0, width, height, ...to);
  };
}

/** What is transparent is black to a mask. */
function applyMask(mask: OffscreenCanvas, counts: Counts, tones: readonly number[] | null): void {
  const context = mask.getContext("2d");
  if (context === null) return;
  const { data } = context.getImageData(0, 0, mask.width, mask.height);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    const light = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
    const value = counts === "alpha" ? alpha : (light * alpha) / 255;
    data[at + 3] = tones?.[Math.round(value)] ?? value;
  }
  context.putImageData(new ImageData(data, mask.width, mask.height), 0, 0);
}
