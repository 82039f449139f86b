import { CommitmentsConfig } from '../features/macros/commitments-config';
import { mount } from '../shared/mount';

const Screen = () => (
  <main>
    <CommitmentsConfig />
  </main>
);

void mount(Screen);
