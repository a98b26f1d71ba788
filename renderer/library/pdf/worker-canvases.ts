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
    if (context !== null) maskByLightness(context);
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
const lightness = "mask-by-lightness";

/**
 * On a page PDF.js makes its masks with SVG filters, which a worker hasn't. Of the four the one by lightness is common
 * (soft shadows, pictures that fade out): its name is understood below. The others change tones only.
 */
export class MaskFilters {
  addFilter(): string {
    return noFilter;
  }
  addHCMFilter(): string {
    return noFilter;
  }
  addAlphaFilter(): string {
    return noFilter;
  }
  addLuminosityFilter(): string {
    return lightness;
  }
  addHighlightHCMFilter(): string {
    return noFilter;
  }
  destroy(): void {
    // Nothing is kept.
  }
}

/** Teaches a canvas the filter above: what is drawn next under it counts by how light it is. */
function maskByLightness(context: OffscreenCanvasRenderingContext2D): void {
  let filter = noFilter;
  Object.defineProperty(context, "filter", {
    get: () => noFilter,
    set: (wanted: string) => {
      filter = wanted;
    },
  });
  const draw = context.drawImage.bind(context) as (...drawn: unknown[]) => void;
  context.drawImage = (image: CanvasImageSource, ...place: readonly number[]) => {
    const isMask = filter === lightness && place.length === 8;
    filter = noFilter;
    if (!isMask) return draw(image, ...place);
    const [x = 0, y = 0, width = 0, height = 0, ...to] = place;
    draw(lightnessOf(image, { x, y, width, height }), 0, 0, width, height, ...to);
  };
}

function lightnessOf(
  image: CanvasImageSource,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): OffscreenCanvas {
  const mask = new OffscreenCanvas(width, height);
  const context = mask.getContext("2d", { willReadFrequently: true });
  if (context === null) return mask;
  context.drawImage(image, x, y, width, height, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 0; at < data.length; at += 4) {
    const light = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
    // What is transparent is black to a mask.
    data[at + 3] = (light * (data[at + 3] ?? 0)) / 255;
  }
  context.putImageData(new ImageData(data, width, height), 0, 0);
  return mask;
}
