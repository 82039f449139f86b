import { randomUUID } from 'node:crypto';
import type { ModuleContext } from '../forge/types';
import type { Theme } from './theme';

/** A macro on a page, and where somebody goes once its settings are closed. */
export interface PlacedMacro {
  readonly pageId: string;
  readonly localId: string;
  readonly back: string;
}

/** A frame's place: what the app may trust about who looks and where. */
export interface FramePlace {
  readonly module: ModuleContext;
  /** The page around the frame: the only origin that its messages go to. */
  readonly parentOrigin: string;
  /** The path below the module's own, for its router. */
  readonly path: string;
  /** The colour mode of the page around it. */
  readonly theme: Theme;
  /** The macro whose settings the frame shows; the bridge's "submit" keeps them. */
  readonly macro?: PlacedMacro;
}

/**
 * Opaque names for the frames on the pages that were served. The bridge sends the name back, and the server looks up
 * the context: nothing that the frame says about itself is believed.
 */
export interface ModuleTokens {
  issue(place: FramePlace): string;
  find(token: string): FramePlace | undefined;
}

/** Frames of pages that are long gone need no names. */
const KEPT = 2000;

export function createModuleTokens(): ModuleTokens {
  const places = new Map<string, FramePlace>();
  return {
    issue(place) {
      const token = randomUUID();
      places.set(token, place);
      const [oldest] = places.keys();
      if (places.size > KEPT && oldest !== undefined) places.delete(oldest);
      return token;
    },
    find: (token) => places.get(token),
  };
}
