import type { z } from 'zod';
import type { choices } from '../../api/contract';

/** What is chosen about the issue whose panel is open, and how the person who looks wants to be told. */
export type ChoiceState = z.infer<typeof choices.read.response>;
export type Channel = ChoiceState['channel'];
