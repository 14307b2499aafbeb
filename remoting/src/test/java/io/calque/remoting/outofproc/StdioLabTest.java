package io.calque.remoting.outofproc;

import io.calque.remoting.lab.Lab;
import io.calque.remoting.session.Session;
import java.nio.file.Path;

class StdioLabTest extends LabTest {

    @Override
    Session connect(Path folder) {
        return Session.open(Lab.in(folder, 20).stdio(), OPENING);
    }
}
