import { type Bytes, kibibyte, mebibyte } from "../../renderer/model/measure.ts";

/** Bounds on one fetch; set once at the composition root. */
export interface FetchLimits {
  readonly decodedBytes: Bytes;
  /** Decoded against received. */
  readonly expansion: number;
  /** Below this much decoded, expansion isn't looked at. */
  readonly expansionFrom: Bytes;
  readonly redirects: number;
  readonly connectSeconds: number;
  readonly firstByteSeconds: number;
  readonly idleSeconds: number;
  readonly totalSeconds: number;
}

/** Made for satellite links: patient with what is slow, not with what has stopped. */
export const shippedFetchLimits: FetchLimits = {
  decodedBytes: 10 * mebibyte,
  expansion: 100,
  expansionFrom: 256 * kibibyte,
  redirects: 5,
  connectSeconds: 20,
  firstByteSeconds: 30,
  idleSeconds: 30,
  totalSeconds: 900,
};
