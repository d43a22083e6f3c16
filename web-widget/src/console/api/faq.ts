/** Types of `/v1/faq` (src/docs/rest.md). */
import type {
  Facet,
  FaqEntryResponse,
  FaqFacets,
  FaqImportResponse,
  FaqSearchResponse,
  FaqStatus,
  Item,
  QuestionResponse,
} from "./shop-rest";

export type Status = "draft" | "published";

export type Entry = FaqEntryResponse;

export type Facets = FaqFacets;

export type Counted = Facet;

export type Hit = Item;

export type Found = FaqSearchResponse;

export type SearchStatus = FaqStatus;

export type ImportResult = FaqImportResponse;

export type Unanswered = QuestionResponse;
