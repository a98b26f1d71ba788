import type { ReactNode } from "react";

/** Drawn for this app on a 20 by 20 grid; they take the colour of the text beside them and say nothing on their own. */
function Icon({ children, filled = false }: { readonly children: ReactNode; readonly filled?: boolean }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="8.75" cy="8.75" r="5.25" />
    <path d="m12.75 12.75 4 4" />
  </Icon>
);
export const ClearIcon = () => (
  <Icon>
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </Icon>
);
export const FilterIcon = () => (
  <Icon>
    <path d="M3 5.5h14M5.75 10h8.5M8.5 14.5h3" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Icon>
);
export const PreviousIcon = () => (
  <Icon>
    <path d="m5 12 5-5 5 5" />
  </Icon>
);
export const NextIcon = () => (
  <Icon>
    <path d="m5 8 5 5 5-5" />
  </Icon>
);
export const ReadIcon = () => (
  <Icon>
    <path d="m4 10.5 4 4 8-9" />
  </Icon>
);
export const UnreadIcon = () => (
  <Icon filled>
    <circle cx="10" cy="10" r="4" />
  </Icon>
);
export const SaveIcon = ({ filled = false }: { readonly filled?: boolean }) => (
  <Icon filled={filled}>
    <path d="m10 2.9 2.2 4.6 5 .7-3.6 3.5.9 5L10 14.3l-4.5 2.4.9-5L2.8 8.2l5-.7z" />
  </Icon>
);
export const PrintIcon = () => (
  <Icon>
    <path d="M6 7V3h8v4M6 14H3.5V8.5A1.5 1.5 0 0 1 5 7h10a1.5 1.5 0 0 1 1.5 1.5V14H14" />
    <path d="M6 12h8v5H6z" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon filled>
    <circle cx="4.5" cy="10" r="0.8" />
    <circle cx="10" cy="10" r="0.8" />
    <circle cx="15.5" cy="10" r="0.8" />
  </Icon>
);
export const OutlineIcon = () => (
  <Icon>
    <path d="M3.5 5h13M6.5 10h10M6.5 15h10M3.5 10h.01M3.5 15h.01" />
  </Icon>
);
export const LargerIcon = () => (
  <Icon>
    <path d="M2.5 15.5 7 4.5l4.5 11M4 12h6M14.5 7v5M12 9.5h5" />
  </Icon>
);
export const SmallerIcon = () => (
  <Icon>
    <path d="m3.5 14.5 4-9 4 9M4.9 11.5h5.2M13.5 9.5h4" />
  </Icon>
);
export const AllIcon = () => (
  <Icon>
    <path d="M4 4.5h12M4 8.2h12M4 11.8h12M4 15.5h8" />
  </Icon>
);
export const SinceLookedIcon = () => (
  <Icon>
    <path d="M2.5 10C4.5 6.5 7 4.75 10 4.75S15.5 6.5 17.5 10c-2 3.5-4.5 5.25-7.5 5.25S4.5 13.5 2.5 10Z" />
    <circle cx="10" cy="10" r="2.25" />
  </Icon>
);
export const ReaderIcon = () => (
  <Icon>
    <circle cx="10" cy="6.75" r="3" />
    <path d="M3.75 16.5c.75-3.25 3-4.75 6.25-4.75s5.5 1.5 6.25 4.75" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="m5.5 8 4.5 4.5L14.5 8" />
  </Icon>
);
export const RenameIcon = () => (
  <Icon>
    <path d="m4 16 .75-3.25 8.5-8.5 2.5 2.5-8.5 8.5L4 16Z" />
  </Icon>
);
export const ArrivalsIcon = () => (
  <Icon>
    <path d="M10 3v8m-3-3 3 3 3-3M3.5 12.5v4h13v-4" />
  </Icon>
);
export const DeletedIcon = () => (
  <Icon>
    <path d="M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11" />
  </Icon>
);
export const SourceIcon = () => (
  <Icon>
    <path d="M4.5 15.5h.01M4.5 10a5.5 5.5 0 0 1 5.5 5.5M4.5 4.5a11 11 0 0 1 11 11" />
  </Icon>
);
export const AddIcon = () => (
  <Icon>
    <path d="M10 4v12M4 10h12" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15" />
  </Icon>
);
export const FolderIcon = () => (
  <Icon>
    <path d="M2.5 5h5l1.5 2h8.5v9h-15z" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M3 6h8m4 0h2M3 14h2m4 0h8" />
    <circle cx="13" cy="6" r="2" />
    <circle cx="7" cy="14" r="2" />
  </Icon>
);
export const AgedIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 6.2V10l2.6 1.6" />
  </Icon>
);
export const PictureIcon = () => (
  <Icon>
    <path d="M3 4h14v12H3zM3 13l4-4 4 4 2.5-2.5L17 14" />
    <circle cx="13" cy="7.5" r="1.2" />
  </Icon>
);
export const AttachmentIcon = () => (
  <Icon>
    <path d="m14.5 9.5-5 5a3.2 3.2 0 0 1-4.5-4.5l6-6a2.1 2.1 0 0 1 3 3l-6 6a1 1 0 0 1-1.5-1.5l5-5" />
  </Icon>
);
export const GetIcon = () => (
  <Icon>
    <path d="M15.8 8A6 6 0 0 0 5 6.4L3.5 8M4.2 12A6 6 0 0 0 15 13.6l1.5-1.6M3.5 4.5V8H7M16.5 15.5V12H13" />
  </Icon>
);
export const OutsideIcon = () => (
  <Icon>
    <path d="M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16 4l-6.5 6.5" />
  </Icon>
);
export const ReferencesIcon = () => (
  <Icon>
    <path d="M4.5 4v12M8 4v12M11 4.75l4 11M3 16.25h14" />
  </Icon>
);
