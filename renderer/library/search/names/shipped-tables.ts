import actors from "../../../../assets/names/actors.json" with { type: "json" };
import places from "../../../../assets/names/places.json" with { type: "json" };
import type { ActorRow, PlaceRow } from "../../../model/names.ts";
import type { NameTables } from "./name-tables.ts";

/** The tables that came with this program; `name-tables.test.ts` holds them to their shape. */
export const shippedTables: NameTables = {
  places: places.rows as unknown as readonly PlaceRow[],
  actors: actors.rows as unknown as readonly ActorRow[],
  checksum: `${places.version}.${places.checksum} ${actors.version}.${actors.checksum}`,
};
