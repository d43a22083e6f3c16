/** Uploads for a message; private until a message names them. */
import { FileText, X } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, ask, messageOf } from "../../api/http";
import type { Attachment } from "../../api/types";
import { Button } from "../../kit/button";
import { Icon } from "../../kit/icon";
import { toast } from "../../kit/toast";
import { fileSize } from "../bubbles";

const LARGEST = 10 * 1_048_576;
const MOST = 10;
const TYPES = "image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain";

interface Uploading {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly done: Attachment | null;
  readonly stop: AbortController;
}

export interface Uploads {
  /** The server supports attachments. */
  readonly allowed: boolean;
  readonly files: readonly Uploading[];
  readonly ready: readonly Attachment[];
  readonly busy: boolean;
  add(files: readonly File[]): void;
  remove(key: number): void;
  pick(): void;
  clear(): void;
}

let nextKey = 1;
/** Set by the first upload: an older server has no such operation. */
let taken = true;

export function useUploads(conversation: string): Uploads {
  const [files, setFiles] = useState<readonly Uploading[]>([]);
  const now = useRef(files);
  now.current = files;
  useEffect(
    () => () => {
      for (const file of now.current) if (!file.done) file.stop.abort();
    },
    [],
  );
  const upload = async (file: File, one: Uploading) => {
    try {
      const done = await ask<Attachment>("POST", `conversations/${conversation}/attachments`, {
        body: file,
        headers: { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) },
        signal: one.stop.signal,
      });
      setFiles(all => all.map(each => (each.key === one.key ? { ...each, done } : each)));
    } catch (error) {
      setFiles(all => all.filter(each => each.key !== one.key));
      if (one.stop.signal.aborted) return;
      if (error instanceof ApiError && error.code === "not_found") taken = false;
      toast(`${file.name}: ${messageOf(error)}`);
    }
  };
  const add = (chosen: readonly File[]) => {
    const room = MOST - now.current.length;
    if (chosen.length > room) toast(`A message takes ${MOST} files at most.`);
    for (const file of chosen.slice(0, Math.max(0, room))) {
      if (file.size > LARGEST) {
        toast(`${file.name} is too big: 10 MB at most.`);
        continue;
      }
      const one = {
        key: nextKey++,
        name: file.name,
        size: file.size,
        done: null,
        stop: new AbortController(),
      };
      setFiles(all => [...all, one]);
      void upload(file, one);
    }
  };
  const remove = (key: number) => {
    const gone = now.current.find(file => file.key === key);
    if (!gone) return;
    gone.stop.abort();
    setFiles(all => all.filter(file => file.key !== key));
    if (gone.done)
      void ask("DELETE", `conversations/${conversation}/attachments/${gone.done.id}`).catch(() => undefined);
  };
  const pick = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = TYPES;
    input.onchange = () => add([...(input.files ?? [])]);
    input.click();
  };
  const ready = files.map(file => file.done).filter(file => file !== null);
  const busy = ready.length < files.length;
  return { allowed: taken, files, ready, busy, add, remove, pick, clear: () => setFiles([]) };
}

export function AttachedFiles({ uploads }: { readonly uploads: Uploads }): JSX.Element | null {
  if (uploads.files.length === 0) return null;
  return (
    <ul class="attached">
      {uploads.files.map(file => (
        <li key={file.key}>
          {file.done ? <Icon of={FileText} /> : <span class="spinner" role="status" aria-label="Uploading" />}
          <bdi class="clip">{file.name}</bdi>
          <span class="soft nums">{fileSize(file.size)}</span>
          <Button
            kind="quiet"
            size="small"
            icon={X}
            label={`Remove ${file.name}`}
            onClick={() => uploads.remove(file.key)}
          />
        </li>
      ))}
    </ul>
  );
}
