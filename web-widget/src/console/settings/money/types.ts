/** Types of `/v1/console/budget` and `/v1/usage`. Amounts are decimal strings. */
import type { BudgetResponse, OwnBudget, Spent } from "../console-rest";
import type { Line, UsageResponse } from "../shop-rest";

export type { OwnBudget, Spent };

export type Budget = BudgetResponse;

export type UsageLine = Line;

export type Usage = UsageResponse;
