export interface FolderGroup<Member> {
  readonly folder: string | null;
  readonly members: readonly Member[];
}

/** Folders by name, what stands in none first; inside each the order stays as it was. */
export function groupByFolder<Member>(
  members: readonly Member[],
  folderOf: (member: Member) => string | null,
): readonly FolderGroup<Member>[] {
  const groups = new Map<string | null, Member[]>();
  for (const member of members) {
    const folder = folderOf(member);
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [member]);
    else group.push(member);
  }
  return [...groups]
    .map(([folder, group]) => ({ folder, members: group }))
    .sort((a, b) => (a.folder ?? "").localeCompare(b.folder ?? ""));
}
