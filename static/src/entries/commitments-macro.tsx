import { CommitmentsMacro } from '../features/macros/commitments-macro';
import { mount } from '../shared/mount';

const Screen = () => (
  <main>
    <CommitmentsMacro />
  </main>
);

void mount(Screen);
