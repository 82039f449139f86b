import english from '../../locales/en-US.json';
import { setWords } from '../../static/src/shared/i18n';

/** For unit tests of what the screens say: importing this makes their language English. */
setWords('en-US', english);
