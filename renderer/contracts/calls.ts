import type * as v from "valibot";

/**
 * One call of a seam: the guard of its arguments and, as types only, its reply and what it tells on the way.
 * The guard is what the receiving side checks; the types are what both sides are written against.
 */
export interface CallShape<Args, Reply, Progress> {
  readonly guard: v.GenericSchema<unknown, Args>;
  readonly types?: { readonly reply: Reply; readonly progress: Progress };
}

// biome-ignore lint/suspicious/noExplicitAny: the widest shape, for tables that hold every call
export type AnyCall = CallShape<any, any, any>;
export type CallTable = Readonly<Record<string, AnyCall>>;

export function defineCall<Reply, Progress = never>() {
  return <Args>(guard: v.GenericSchema<unknown, Args>): CallShape<Args, Reply, Progress> => ({ guard });
}

export type ArgsOf<Call> = Call extends CallShape<infer Args, infer _Reply, infer _Progress> ? Args : never;
export type ReplyOf<Call> = Call extends CallShape<infer _Args, infer Reply, infer _Progress> ? Reply : never;
export type ProgressOf<Call> = Call extends CallShape<infer _Args, infer _Reply, infer Progress> ? Progress : never;

/** Structural twin of AbortSignal, so that the contracts need neither DOM nor Node. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What is moved, not copied: a buffer, or a picture (an ImageBitmap, without the DOM's types). */
export type Movable = ArrayBuffer | { readonly width: number; readonly height: number; close(): void };

export interface CallOptions<Progress> {
  readonly signal?: CancelSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Buffers inside the arguments that the caller gives away: moved, not copied. */
  readonly transfer?: readonly Movable[];
}

/** What the receiving side gives a handler beside its arguments. */
export interface CallContext<Progress> {
  readonly signal: CancelSignal;
  readonly progress: (progress: Progress) => void;
  /** Names what inside the reply the handler gives away. */
  readonly transferReply: (moved: readonly Movable[]) => void;
}

/** The calling side of a table of calls. */
export type ClientOf<Table extends CallTable> = {
  readonly [Name in keyof Table]: (
    args: ArgsOf<Table[Name]>,
    options?: CallOptions<ProgressOf<Table[Name]>>,
  ) => Promise<ReplyOf<Table[Name]>>;
};

/** The receiving side: `{ … } satisfies HandlersOf<typeof table>`. */
export type HandlersOf<Table extends CallTable> = {
  readonly [Name in keyof Table]: (
    args: ArgsOf<Table[Name]>,
    context: CallContext<ProgressOf<Table[Name]>>,
  ) => Promise<ReplyOf<Table[Name]>>;
};
