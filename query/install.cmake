# What is installed: program, library (shared and static), headers, CMake package, pkg-config file.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/talentflow)

install(TARGETS talentflow RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS talentflow_shared EXPORT talentflow-targets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS talentflow_static ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES include/talentflow/talentflow.h include/talentflow/talentflow.hpp
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/talentflow)
install(EXPORT talentflow-targets NAMESPACE talentflow:: DESTINATION ${package_folder})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/talentflow-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/talentflow-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/talentflow-config-version.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/talentflow-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/talentflow-config-version.cmake DESTINATION ${package_folder})

# Paths in it are relative to the file, so that an installed tree can be moved.
file(RELATIVE_PATH include_from_pkgconfig
  /${CMAKE_INSTALL_LIBDIR}/pkgconfig /${CMAKE_INSTALL_INCLUDEDIR})
configure_file(${CMAKE_CURRENT_LIST_DIR}/talentflow.pc.in ${CMAKE_CURRENT_BINARY_DIR}/talentflow.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/talentflow.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
