/** Types of `/v1/lanes` (src/docs/rest.md, src/docs/model-gateway.md). */
import type { Answered } from "../../api/types";
import type {
  Failure,
  LaneItem,
  LaneStatus,
  LanesBody,
  Parameters as RestParameters,
  Shared,
  Want,
} from "../shop-rest";

export type Use = "lanes" | "speech";

export type Kind = "openai" | "azure" | "compatible";

export interface LaneState extends Answered<LaneStatus, "breaker" | "alarms"> {
  readonly last_error?: Answered<Failure, "code" | "at">;
  readonly wants?: readonly Required<Want>[];
}

export interface Parameters extends RestParameters {
  readonly max_tokens?: "max_tokens" | "max_completion_tokens";
}

export interface Lane extends Answered<LaneItem, "name" | "model"> {
  readonly kind: Kind;
  readonly parameters?: Parameters;
  readonly state?: LaneState;
}

export interface Lanes extends LanesBody {
  readonly lanes: readonly Lane[];
  /** Speech models. */
  readonly speech?: readonly Lane[];
  readonly operator: readonly (Answered<Shared, "model"> & { readonly state?: LaneState })[];
}
