import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import type { BriefingId } from "../../../model/ids.ts";
import type { VisibleRows } from "../../queries/use-briefing-list.ts";
import { usePanes } from "../../state/panes.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { BriefingOption } from "./briefing-option.tsx";
import { DeliveryHeading } from "./delivery-heading.tsx";
import type { ListSource } from "./list-item.ts";
import { ReferencesHeading } from "./references-heading.tsx";
import type { RowSizes } from "./row-sizes.ts";

export interface RowsHandle {
  reveal(index: number): void;
  toTop(): void;
  focus(): void;
  /** Does what one of the list's own keys asks for. */
  press(key: string): void;
  /** What stands `rows` further down from the next render on is kept where it is on screen. */
  keepInPlace(rows: number): void;
}

export interface VirtualRowsProps {
  readonly handle: RefObject<RowsHandle | null>;
  readonly source: ListSource;
  readonly sizes: RowSizes;
  readonly isSearch: boolean;
  readonly hasHeadings: boolean;
  readonly label: string;
  readonly selected: BriefingId | null;
  readonly opened: ReadonlySet<BriefingId>;
  readonly onToggleCopies: (id: BriefingId) => void;
  readonly onChoose: (id: BriefingId) => void;
  readonly onSelect: (id: BriefingId) => void;
  readonly onVisible: (visible: VisibleRows) => void;
}

const overscan = 6;
const ownKeys: ReadonlySet<string> = new Set(["Home", "End", "PageDown", "PageUp", "ArrowRight", "ArrowLeft"]);

/** A listbox of which only the rows on screen exist. The box keeps the focus; rows are pointed at by id. */
export function VirtualRows(props: VirtualRowsProps) {
  const { handle, source, sizes, isSearch, hasHeadings, label, selected, onChoose, onSelect, onVisible } = props;
  const { opened, onToggleCopies } = props;
  const panes = usePanes();
  const { now } = useUiSteering();
  const box = useRef<HTMLDivElement>(null);
  const pendingShift = useRef<{ readonly first: number; readonly start: number; readonly rows: number } | null>(null);

  const sizeOf = (index: number) => {
    const item = source.itemAt(index);
    return (isSearch ? sizes.hit : sizes.row) + (item?.delivery || item?.startsReferences ? sizes.delivery : 0);
  };
  const virtualizer = useVirtualizer({
    count: source.count,
    getScrollElement: () => box.current,
    estimateSize: sizeOf,
    overscan,
    useFlushSync: false,
  });

  // The virtualizer can't see that sizes changed: with settings, and with each page where deliveries have headings.
  const unevenSource = hasHeadings ? source : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what `sizeOf` hangs on
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, unevenSource, sizes, isSearch]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is put back with the next rows
  useLayoutEffect(() => {
    const shift = pendingShift.current;
    pendingShift.current = null;
    if (shift === null || box.current === null) return;
    const start = virtualizer.getOffsetForIndex(shift.first + shift.rows, "start")?.[0] ?? 0;
    box.current.scrollTop += start - shift.start;
  }, [virtualizer, source]);

  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are other needs, at the same place too
  useEffect(() => {
    onVisible({ first, last: Math.max(last, first) });
  }, [onVisible, first, last, source]);

  useImperativeHandle(handle, () => ({
    reveal: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
    toTop() {
      // Where it is at its top already, setting it would lay out the page before it is time.
      if (box.current !== null && virtualizer.scrollOffset !== 0) box.current.scrollTop = 0;
    },
    focus() {
      box.current?.focus({ preventScroll: true });
      // In a short window the pane scrolls: the rows must be seen that the keys now walk.
      box.current?.scrollIntoView({ block: "nearest" });
    },
    press(key) {
      // Of several keys that waited each goes on from where the one before it ended.
      const { selected: from } = now();
      const at = from === null ? -1 : source.indexOf(from);
      if (key === "ArrowRight" || key === "ArrowLeft") openOrClose(at, key === "ArrowRight");
      else jump(at, key);
    },
    keepInPlace(rows) {
      const at = virtualizer.range?.startIndex ?? 0;
      pendingShift.current = { first: at, start: virtualizer.getOffsetForIndex(at, "start")?.[0] ?? 0, rows };
    },
  }));

  /** Opens what a row stands for, or closes it again. */
  function openOrClose(at: number, opens: boolean): void {
    const copies = source.itemAt(at)?.copies ?? null;
    if (copies === null) return;
    const standIn = copies.role === "copy" ? copies.of : copies.id;
    if (opened.has(standIn) === opens) return;
    onToggleCopies(standIn);
    if (copies.role === "copy") onSelect(standIn);
  }

  function jump(at: number, key: string): void {
    const page = Math.max(1, last - first - 1);
    const target = { Home: 0, End: source.count - 1, PageDown: Math.max(at, 0) + page, PageUp: at - page }[key] ?? at;
    const index = Math.max(0, Math.min(source.count - 1, target));
    virtualizer.scrollToIndex(index, { align: "auto" });
    const item = source.itemAt(index);
    if (item !== null) onSelect(item.row.head.id);
  }

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const option = (event.target as Element).closest("[data-index]");
    const item = option === null ? null : source.itemAt(Number(option.getAttribute("data-index")));
    if (item === null) return;
    const asksCopies = (event.target as Element).closest("[data-copies]") !== null;
    if (asksCopies) onToggleCopies(item.row.head.id);
    else onChoose(item.row.head.id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return;
    const { key } = event;
    if (!ownKeys.has(key)) return;
    event.preventDefault();
    // A key may come before the rows of what was just asked: it is meant for those.
    panes.list?.whenHere(() => handle.current?.press(key));
  }

  const selectedIndex = selected === null ? -1 : source.indexOf(selected);
  const items = virtualizer.getVirtualItems();
  const selectedIsHere = items.some(({ index }) => index === selectedIndex);
  return (
    <div
      ref={box}
      className="rows"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={selectedIsHere && selected !== null ? optionId(selected) : undefined}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <div className="rows-all" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const item = source.itemAt(index);
          if (item === null) return <div key={`place-${index}`} className="row-place" style={placeOf(start, size)} />;
          const { delivery, startsReferences, row, hit, copies } = item;
          const top = delivery !== null || startsReferences ? sizes.delivery : 0;
          return (
            <div key={row.head.id} role="presentation" className="row-slot" style={placeOf(start, size)}>
              {delivery === null ? null : <DeliveryHeading delivery={delivery} height={sizes.delivery} />}
              {startsReferences ? <ReferencesHeading height={sizes.delivery} /> : null}
              <BriefingOption
                id={optionId(row.head.id)}
                row={row}
                hit={hit}
                copies={copies}
                isOpened={copies?.role === "stands-for" && opened.has(copies.id)}
                index={index}
                count={source.count}
                height={size - top}
                isSelected={index === selectedIndex}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function optionId(id: BriefingId): string {
  return `row-${id}`;
}

function placeOf(start: number, size: number) {
  return { transform: `translateY(${start}px)`, height: size };
}
