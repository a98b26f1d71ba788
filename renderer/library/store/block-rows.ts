import type { DeviceId, ReaderId } from "../../model/ids.ts";
import type { BriefingRecord, OrderStamp, StampedSwitch } from "../catalogue/briefing-record.ts";

/** A block's heads. The working copy is made anew whenever its form changes, so JSON, the fastest to read, will do. */
type HeadRow = Pick<BriefingRecord, "head" | "tie" | "revisions" | "correctedLanguage" | "changed" | "signature">;

type StampRow = readonly [lamport: number, device: number];
type SwitchRow = readonly [on: 0 | 1, ...StampRow] | null;
type StateRow =
  | null
  | readonly [
      deletion: SwitchRow,
      unreadSince: StampRow | null,
      marks: readonly (readonly [reader: number, read: SwitchRow, saved: SwitchRow])[],
    ];

/** A block's states: a few bytes a briefing, with the long ids of readers and devices written once. */
interface StateRows {
  readonly names: readonly string[];
  readonly states: readonly StateRow[];
}

export function writeHeads(records: readonly BriefingRecord[]): string {
  return JSON.stringify(
    records.map(
      ({ head, tie, revisions, correctedLanguage, changed, signature }): HeadRow => ({
        head,
        tie,
        revisions,
        correctedLanguage,
        changed,
        signature,
      }),
    ),
  );
}

export function writeStates(records: readonly BriefingRecord[]): string {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const stampRow = ({ lamport, deviceId }: OrderStamp): StampRow => [lamport, numberOf(deviceId)];
  const switchRow = (value: StampedSwitch | null): SwitchRow =>
    value === null ? null : [value.on ? 1 : 0, ...stampRow(value.stamp)];
  const states = records.map(({ deletion, unreadSince, marks }): StateRow => {
    if (deletion === null && unreadSince === null && marks.length === 0) return null;
    return [
      switchRow(deletion),
      unreadSince === null ? null : stampRow(unreadSince),
      marks.map(({ readerId, read, saved }) => [numberOf(readerId), switchRow(read), switchRow(saved)] as const),
    ];
  });
  return JSON.stringify({ names, states } satisfies StateRows);
}

export function readRecords(headsText: string, statesText: string): BriefingRecord[] {
  const heads = JSON.parse(headsText) as readonly HeadRow[];
  const { names, states } = JSON.parse(statesText) as StateRows;
  const stampOf = ([lamport, device]: StampRow): OrderStamp => ({ lamport, deviceId: names[device] as DeviceId });
  const switchOf = (row: SwitchRow): StampedSwitch | null =>
    row === null ? null : { on: row[0] === 1, stamp: stampOf([row[1], row[2]]) };
  return heads.map((head, index) => {
    const [deletion, unreadSince, marks] = states[index] ?? [null, null, []];
    return {
      ...head,
      deletion: switchOf(deletion),
      unreadSince: unreadSince === null ? null : stampOf(unreadSince),
      marks: marks.map(([reader, read, saved]) => ({
        readerId: names[reader] as ReaderId,
        read: switchOf(read),
        saved: switchOf(saved),
      })),
    };
  });
}
