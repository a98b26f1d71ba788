import type { ReaderList } from "../../model/reader.ts";
import { useLibraryQuery } from "./use-library.ts";

const nobody: ReaderList = { sequence: 0, readers: [], current: null };

export function useReaders(): ReaderList {
  const { answer } = useLibraryQuery("listReaders", {}, { dependsOn: ["readers", "catalogue"] });
  return answer ?? nobody;
}
