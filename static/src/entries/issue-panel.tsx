import { IssuePanel } from '../features/follow-up/issue-panel';
import { mount } from '../shared/mount';

void mount(IssuePanel);
