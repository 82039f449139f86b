/** The one door to the wire format that both sides share; screens import it from here and nothing else of `src/`. */
export {
  admin,
  choices,
  commitments,
  macros,
  messages,
  panel,
  plan,
  portfolio,
  preview,
  registers,
  registerImport,
  registerSettings,
  reporting,
  reports,
  settings,
  status,
  today,
} from '../../../src/contract';
export type { Call } from '../../../src/contract';
export { SaidPlaces } from '../../../src/contract/said';
export type { SpokenPart, SpokenValue } from '../../../src/contract/said';
export { Problem } from '../../../src/contract/answer';
export { RecordView } from '../../../src/contract/register-views';
export type {
  ApprovalView,
  FieldView,
  LinkedIssueView,
  RegisterView,
  StateView,
  TimelineEntry,
  UnreadableView,
} from '../../../src/contract/register-views';
export type { RegisterSettingsShape } from '../../../src/contract/register-settings';
export { IMPORT_SLICE } from '../../../src/contract/register-import';
export type { ImportedRowView } from '../../../src/contract/register-import';
export type { MessageView } from '../../../src/contract/messages';
export type { ReportFiles } from '../../../src/contract/report-files';
export type { ReportView } from '../../../src/contract/reports';
export type { ReportingShape } from '../../../src/contract/reporting';
export type { PortfolioLine } from '../../../src/contract/portfolio';
export type { ProjectSettings } from '../../../src/contract/settings';
export { DEFAULT_POLICY_SHAPE } from '../../../src/contract/policy';
export type { PolicyShape } from '../../../src/contract/policy';
export type {
  Acted,
  CommitmentAction,
  CommitmentPageView,
  CommitmentView,
} from '../../../src/contract/commitments';
export type { ChoiceView, FollowUpView, OwedView, StepView } from '../../../src/contract/choices';
export type { PlannedView } from '../../../src/contract/preview';
export type { HeatView } from '../../../src/contract/heat';
export {
  CommitmentPart,
  CommitmentsMacro,
  MacroProject,
  MOST_LINES,
  RegisterMacro,
} from '../../../src/contract/macro-config';
export type { CommitmentExcerptView, RegisterExcerptView } from '../../../src/contract/macros';
export type { PeriodLength, StatusPoint, StatusView } from '../../../src/contract/status';
export type { RunView } from '../../../src/contract/admin';
export { IMPORT_COLUMNS_SHAPE, MAX_IMPORT_LINES, SavedPlan } from '../../../src/contract/plan';
export type {
  BaselineView,
  ComparisonView,
  FiguresView,
  ImportOutcome,
  MeasureView,
  PlanShape,
} from '../../../src/contract/plan';
export type { NoticeView, TodayView } from '../../../src/contract/today';
