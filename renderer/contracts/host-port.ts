/** Page to preload: the page is listening and wants its end of the channel. */
export const hostPortWanted = "field-reader:host-port-wanted";
/** Preload to page, with one port. */
export const hostPortGiven = "field-reader:host-port-given";
/** Preload to main, with the other port. */
export const hostPortChannel = "host-port";
