export type { LiveAnswer } from "./answers";
export { browser } from "./browser";
export { ParleyClient } from "./client";
export { direction } from "./direction";
export type { Author, Card, FileOf, Finish, Owner, Queue, Recording, Source } from "./frames";
export type { Proof } from "./session";
export { type ChatState, lastSeq, type Message, type Pending, type Settings } from "./state";
export type { Unsent } from "./store";
export type { Surroundings } from "./surroundings";
